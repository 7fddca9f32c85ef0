resource "google_compute_disk" "records" {
  name = "records"
  zone = "us-central1-a"
  size = 200
}

resource "google_compute_disk_resource_policy_attachment" "records" {
  name = google_compute_resource_policy.daily.name
  disk = google_compute_disk.records.name
  zone = "us-central1-a"
}
