variable "access_key" {
  type = string
}

resource "aws_codebuild_project" "portal" {
  name         = "portal"
  service_role = "arn:aws:iam::111122223333:role/build"

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "STAGE"
      value = "prod"
    }

    environment_variable {
      name  = "AWS_ACCESS_KEY_ID" # expect: fail
      value = var.access_key
    }
  }
}

resource "aws_codebuild_project" "docs" {
  name         = "docs"
  service_role = "arn:aws:iam::111122223333:role/build"

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"

    environment_variable {
      name  = "NPM_TOKEN"
      type  = "PLAINTEXT"
      value = "not-a-real-one" # expect: fail
    }
  }
}
