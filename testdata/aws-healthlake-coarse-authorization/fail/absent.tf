resource "awscc_healthlake_fhir_datastore" "clinic" { # expect: fail
  datastore_type_version = "R4"
}
