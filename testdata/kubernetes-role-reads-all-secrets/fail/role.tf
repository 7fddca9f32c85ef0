resource "kubernetes_cluster_role_v1" "sync" {
  metadata {
    name = "sync"
  }
  rule {
    api_groups = [""]
    resources  = ["secrets"] # expect: fail
    verbs      = ["watch"]
  }
}
