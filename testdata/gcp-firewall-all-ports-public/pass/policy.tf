resource "google_compute_network_firewall_policy_rule" "rule" {
  firewall_policy = google_compute_network_firewall_policy.clinic.name
  priority        = 1000
  direction       = "INGRESS"
  action          = "deny"

  match {
    src_ip_ranges = ["0.0.0.0/0"]

    layer4_configs {
      ip_protocol = "all"
    }
  }
}
