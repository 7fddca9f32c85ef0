resource "aws_kms_key" "records" {
  description             = "Records"
  deletion_window_in_days = 7 # expect: fail
}
