resource "azurerm_mssql_server_extended_auditing_policy" "ehr" {
  server_id                  = azurerm_mssql_server.ehr.id
  storage_endpoint           = azurerm_storage_account.audit.primary_blob_endpoint
  storage_account_access_key = azurerm_storage_account.audit.primary_access_key
  retention_in_days          = 30 # expect: fail
}
