resource "aws_mwaa_environment" "claims" {
  name = "claims"
}
