resource "kubernetes_cluster_role" "support" {
  metadata {
    name = "support"
  }
  rule {
    api_groups = [""]
    resources  = ["users"]
    verbs      = ["impersonate"] # expect: fail
  }
}
