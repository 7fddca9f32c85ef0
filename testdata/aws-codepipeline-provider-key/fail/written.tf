resource "aws_codepipeline" "portal" {
  name     = "portal"
  role_arn = "arn:aws:iam::111122223333:role/pipeline"

  artifact_store {
    location = "clinic-builds"
    type     = "S3"

    encryption_key {
      type = "KMS"
      id   = "alias/aws/s3" # expect: fail
    }
  }
}
