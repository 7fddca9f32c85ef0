resource "google_secret_manager_secret" "gateway" {
  secret_id = "gateway"

  rotation {
    rotation_period    = "7776000s"
    next_rotation_time = "2027-01-01T00:00:00Z"
  }
}
