resource "google_compute_instance" "ehr" {
  name         = "ehr"
  zone         = "us-central1-a"
  machine_type = "e2-standard-4"

  network_interface {
    subnetwork = google_compute_subnetwork.data.id

    access_config { # expect: fail
      nat_ip = google_compute_address.ehr.address
    }
  }
}
