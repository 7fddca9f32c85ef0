resource "aws_codebuild_project" "portal" {
  name         = "portal"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type                = "S3"
    location            = "clinic-builds"
    encryption_disabled = true # expect: fail
  }
}

resource "aws_codebuild_project" "logged" {
  name         = "logged"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  logs_config {
    s3_logs {
      status              = "ENABLED"
      location            = "clinic-builds/logs"
      encryption_disabled = true # expect: fail
    }
  }
}
