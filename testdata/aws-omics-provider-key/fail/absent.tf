resource "awscc_omics_sequence_store" "genomes" {
  name = "genomes"

  sse_config = { # expect: fail
    type    = "KMS"
  }
}
