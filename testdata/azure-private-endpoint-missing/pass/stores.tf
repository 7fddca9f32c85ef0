resource "azurerm_storage_account" "records" {
  name                     = "clinicrecords"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_private_endpoint" "records" {
  name                = "records"
  resource_group_name = "clinic"
  location            = "eastus2"
  subnet_id           = azurerm_subnet.data.id

  private_service_connection {
    name                           = "records"
    private_connection_resource_id = azurerm_storage_account.records.id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }
}

resource "azurerm_key_vault" "clinic" {
  name                = "clinic-clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
}

resource "azurerm_private_endpoint" "vault" {
  name                = "vault"
  resource_group_name = "clinic"
  location            = "eastus2"
  subnet_id           = azurerm_subnet.data.id

  private_service_connection {
    name                           = "vault"
    private_connection_resource_id = azurerm_key_vault.clinic.id
    subresource_names              = ["vault"]
    is_manual_connection           = false
  }
}
