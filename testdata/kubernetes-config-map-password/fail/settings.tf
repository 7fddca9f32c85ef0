resource "kubernetes_config_map_v1" "portal" {
  metadata {
    name = "portal"
  }
  data = {
    "settings.yaml" = "database:\n  user: clinic\n  password: n0t-a-real-0ne\n" # expect: fail
  }
}
