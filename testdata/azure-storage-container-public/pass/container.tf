resource "azurerm_storage_container" "scans" {
  name                  = "scans"
  storage_account_id    = azurerm_storage_account.records.id
  container_access_type = "private"
}

resource "azurerm_storage_container" "letters" {
  name               = "letters"
  storage_account_id = azurerm_storage_account.records.id
}
