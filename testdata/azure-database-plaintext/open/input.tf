variable "tls" {}

resource "azurerm_postgresql_flexible_server_configuration" "tls" {
  server_id = azurerm_postgresql_flexible_server.ehr.id
  name      = "require_secure_transport"
  value     = var.tls # expect: open
}
