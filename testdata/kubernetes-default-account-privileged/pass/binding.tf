resource "kubernetes_role_binding_v1" "readers" {
  metadata {
    name      = "readers"
    namespace = "clinic"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "reader"
  }
  subject {
    kind      = "ServiceAccount"
    name      = "reports"
    namespace = "clinic"
  }
}
