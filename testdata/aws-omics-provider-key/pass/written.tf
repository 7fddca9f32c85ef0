resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "awscc_omics_sequence_store" "genomes" {
  name = "genomes"

  sse_config = {
    type    = "KMS"
    key_arn = aws_kms_key.clinic.arn
  }
}
