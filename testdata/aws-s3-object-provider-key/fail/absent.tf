resource "aws_s3_object" "seed" { # expect: fail
  bucket     = "clinic-records"
  key        = "seed/patients.csv"
  source     = "patients.csv"
}
