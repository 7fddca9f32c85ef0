resource "aws_cognito_identity_pool" "clinic" {
  identity_pool_name = "patients"
  allow_unauthenticated_identities = false
}
