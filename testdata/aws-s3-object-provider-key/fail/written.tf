resource "aws_s3_object" "seed" {
  bucket     = "clinic-records"
  key        = "seed/patients.csv"
  source     = "patients.csv"
  kms_key_id = "alias/aws/s3" # expect: fail
}
