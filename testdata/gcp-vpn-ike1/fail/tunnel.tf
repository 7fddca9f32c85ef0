resource "google_compute_vpn_tunnel" "hospital" {
  name        = "hospital"
  peer_ip     = "203.0.113.20"
  ike_version = 1 # expect: fail
}
