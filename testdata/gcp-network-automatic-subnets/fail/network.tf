resource "google_compute_network" "clinic" { # expect: fail
  name = "clinic"
}

resource "google_compute_network" "imaging" {
  name                    = "imaging"
  auto_create_subnetworks = true # expect: fail
}
