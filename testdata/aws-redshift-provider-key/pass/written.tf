resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_redshift_cluster" "history" {
  cluster_identifier = "clinic-history"
  node_type          = "ra3.xlplus"
  encrypted          = "true"
  kms_key_id         = aws_kms_key.clinic.arn
}
