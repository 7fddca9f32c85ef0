resource "azurerm_storage_account" "records" {
  name                     = "clinicrecords"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  blob_properties {
    delete_retention_policy {
      days = 30
    }
  }
}

resource "azurerm_storage_account" "letters" {
  name                     = "clinicletters"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  blob_properties {
    delete_retention_policy {}
  }
}

resource "azurerm_storage_account" "forms" {
  name                     = "clinicforms"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  blob_properties {
    versioning_enabled = true
  }
}

resource "azurerm_storage_account" "scans" {
  name                     = "clinicscans"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_data_protection_backup_instance_blob_storage" "scans" {
  name               = "scans"
  vault_id           = azurerm_data_protection_backup_vault.clinic.id
  location           = "eastus2"
  storage_account_id = azurerm_storage_account.scans.id
  backup_policy_id   = azurerm_data_protection_backup_policy_blob_storage.daily.id
}
