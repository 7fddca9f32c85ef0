variable "mode" {}

resource "google_alloydb_instance" "ehr" {
  cluster       = google_alloydb_cluster.clinic.name
  instance_id   = "ehr"
  instance_type = "PRIMARY"

  client_connection_config {
    ssl_config {
      ssl_mode = var.mode # expect: open
    }
  }
}
