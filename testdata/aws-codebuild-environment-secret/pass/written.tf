resource "aws_codebuild_project" "portal" {
  name         = "portal"
  service_role = "arn:aws:iam::111122223333:role/build"

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"

    environment_variable {
      name  = "STAGE"
      value = "prod"
    }

    environment_variable {
      name  = "NPM_TOKEN"
      type  = "SECRETS_MANAGER"
      value = "clinic/npm"
    }
  }
}
