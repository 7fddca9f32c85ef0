resource "kubernetes_config_map_v1" "portal" {
  metadata {
    name = "portal"
  }
  data = {
    "settings.yaml" = "database:\n  user: clinic\n  passwordFile: /run/secrets/db1\n"
  }
}
