resource "azurerm_mssql_database" "claims" {
  name                                = "claims"
  server_id                           = azurerm_mssql_server.ehr.id
  sku_name                            = "DW100c"
  transparent_data_encryption_enabled = false # expect: fail
}
