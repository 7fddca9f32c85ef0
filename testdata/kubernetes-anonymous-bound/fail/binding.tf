resource "kubernetes_cluster_role_binding" "metrics" {
  metadata {
    name = "metrics"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "view"
  }
  subject {
    kind = "Group"
    name = "system:unauthenticated" # expect: fail
  }
}
