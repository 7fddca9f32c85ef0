resource "azurerm_mssql_database" "consents" { # expect: fail
  name      = "consents"
  server_id = azurerm_mssql_server.ehr.id
}
