resource "azurerm_mssql_database" "claims" {
  name      = "claims"
  server_id = azurerm_mssql_server.ehr.id
}

resource "azurerm_mssql_database" "ehr" {
  name                                = "ehr"
  server_id                           = azurerm_mssql_server.ehr.id
  transparent_data_encryption_enabled = true
}
