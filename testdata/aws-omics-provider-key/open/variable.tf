variable "key" {
  type = string
}

resource "awscc_omics_sequence_store" "genomes" {
  name = "genomes"

  sse_config = {
    type    = "KMS"
    key_arn = var.key # expect: open
  }
}
