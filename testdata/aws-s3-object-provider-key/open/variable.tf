variable "key" {
  type = string
}

resource "aws_s3_object" "seed" {
  bucket     = "clinic-records"
  key        = "seed/patients.csv"
  source     = "patients.csv"
  kms_key_id = var.key # expect: open
}
