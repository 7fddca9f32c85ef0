resource "google_alloydb_instance" "ehr" {
  cluster       = google_alloydb_cluster.clinic.name
  instance_id   = "ehr"
  instance_type = "PRIMARY"
}
