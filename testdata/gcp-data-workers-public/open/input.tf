variable "address" {}

resource "google_dataflow_job" "claims" {
  name             = "claims"
  ip_configuration = var.address # expect: open
}
