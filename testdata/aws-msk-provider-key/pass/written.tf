resource "aws_kms_key" "clinic" {
  description = "Clinic"
}

resource "aws_msk_cluster" "events" {
  cluster_name = "clinic-events"

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.clinic.arn
  }
}
