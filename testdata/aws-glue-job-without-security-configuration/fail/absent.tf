resource "aws_glue_job" "claims" { # expect: fail
  name     = "claims"
  role_arn = "arn:aws:iam::111122223333:role/glue"

  command {
    script_location = "s3://clinic-glue/claims.py"
  }
}

resource "aws_glue_crawler" "claims" { # expect: fail
  name          = "claims"
  database_name = "claims"
  role          = "arn:aws:iam::111122223333:role/glue"
}
