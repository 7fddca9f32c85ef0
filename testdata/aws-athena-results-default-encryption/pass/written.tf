resource "aws_athena_workgroup" "research" {
  name = "research"

  configuration {
    result_configuration {
      output_location = "s3://clinic-athena/results/"

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = "arn:aws:kms:us-east-1:111122223333:key/1a2b3c4d-0000-1111-2222-333344445555"
      }
    }
  }
}

resource "aws_athena_database" "research" {
  name   = "research"
  bucket = "clinic-athena"

  encryption_configuration {
    encryption_option = "SSE_S3"
  }
}
