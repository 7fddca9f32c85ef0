resource "kubernetes_role_v1" "reports" {
  metadata {
    name = "reports"
  }
  rule {
    api_groups = [""]
    resources  = ["configmaps"]
    verbs      = ["get"]
  }
}
