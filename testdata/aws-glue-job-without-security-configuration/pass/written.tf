resource "aws_glue_job" "claims" {
  name                   = "claims"
  role_arn               = "arn:aws:iam::111122223333:role/glue"
  security_configuration = "clinic"

  command {
    script_location = "s3://clinic-glue/claims.py"
  }
}
