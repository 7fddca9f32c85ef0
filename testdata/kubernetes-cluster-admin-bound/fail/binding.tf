resource "kubernetes_cluster_role_binding_v1" "deploy" {
  metadata {
    name = "deploy"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin" # expect: fail
  }
  subject {
    kind      = "ServiceAccount"
    name      = "deploy"
    namespace = "ci"
  }
}
