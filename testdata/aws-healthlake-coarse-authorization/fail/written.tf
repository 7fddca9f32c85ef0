resource "awscc_healthlake_fhir_datastore" "clinic" {
  datastore_type_version = "R4"
  identity_provider_configuration = {
    authorization_strategy = "AWS_AUTH" # expect: fail
  }
}
