resource "google_compute_network_firewall_policy_rule" "rule" {
  firewall_policy = google_compute_network_firewall_policy.clinic.name
  priority        = 1000
  direction       = "INGRESS"
  action          = "allow"

  match {
    src_ip_ranges = ["0.0.0.0/0"] # expect: fail

    layer4_configs {
      ip_protocol = "tcp"
      ports       = ["22"]
    }
  }
}
