resource "azurerm_linux_virtual_machine" "ehr" {
  name                = "ehr"
  resource_group_name = "clinic"
  location            = "eastus2"
  size                = "Standard_D2s_v5"
  admin_username      = "clinicadmin"

  admin_ssh_key {
    username   = "clinicadmin"
    public_key = file("clinic.pub")
  }
}

resource "azurerm_virtual_machine" "records" {
  name                  = "records"
  resource_group_name   = "clinic"
  location              = "eastus2"
  vm_size               = "Standard_D2s_v5"
  network_interface_ids = [azurerm_network_interface.records.id]

  os_profile_linux_config {
    disable_password_authentication = true
  }
}
