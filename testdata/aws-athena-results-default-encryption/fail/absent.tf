resource "aws_athena_workgroup" "research" {
  name = "research"

  configuration {
    result_configuration { # expect: fail
      output_location = "s3://clinic-athena/results/"
    }
  }
}

resource "aws_athena_database" "research" { # expect: fail
  name   = "research"
  bucket = "clinic-athena"
}
