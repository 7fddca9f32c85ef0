variable "tde" {}

resource "azurerm_mssql_database" "claims" {
  name                                = "claims"
  server_id                           = azurerm_mssql_server.ehr.id
  transparent_data_encryption_enabled = var.tde # expect: open
}
