resource "aws_mwaa_environment" "claims" {
  name                  = "claims"
  webserver_access_mode = "PUBLIC_ONLY" # expect: fail
}
