resource "aws_kms_key" "records" {
  deletion_window_in_days = 30
}

resource "aws_kms_key" "letters" {
  description = "Letters"
}
