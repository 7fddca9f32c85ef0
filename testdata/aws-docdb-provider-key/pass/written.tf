resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier = "clinic-charts"
  storage_encrypted  = true
  kms_key_id         = aws_kms_key.clinic.arn
}
