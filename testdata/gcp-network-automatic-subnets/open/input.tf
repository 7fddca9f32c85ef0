variable "subnets" {}

resource "google_compute_network" "clinic" {
  name                    = "clinic"
  auto_create_subnetworks = var.subnets # expect: open
}
