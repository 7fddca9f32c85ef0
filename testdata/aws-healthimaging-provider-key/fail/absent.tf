resource "awscc_healthimaging_datastore" "radiology" { # expect: fail
  datastore_name = "radiology"
}
